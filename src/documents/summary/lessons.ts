import { findingId, lessonsMissing } from '../../domain/incident/index.js';
import type { EventOf } from '../../domain/incident/index.js';
import type { Block, Section } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import type { SummaryContext } from './context.js';

/** What each department has said, in its last words, and who said nothing. */
export function lessons(context: SummaryContext): Section {
  const { words, state } = context;
  const given = Object.values(state.lessons.given).flatMap(({ seq }) => answerAt(context, seq) ?? []);
  const lead =
    given.length === 0 ? [words.noLessons] : state.lessons.collected === undefined ? [words.notCollected] : [];
  return {
    heading: words.headings.lessons,
    blocks: lead.map(paragraph),
    sections: [
      ...given.map((event) => department(context, event)),
      { heading: words.headings.missing, blocks: [paragraph(missing(context))], sections: [] },
    ],
  };
}

function answerAt({ events }: SummaryContext, seq: number): EventOf<'lessonGiven'> | undefined {
  return events.find((event): event is EventOf<'lessonGiven'> => event.type === 'lessonGiven' && event.seq === seq);
}

function department(context: SummaryContext, event: EventOf<'lessonGiven'>): Section {
  const { words, names, say, lang, time, text, line } = context;
  const { post, version, answers, findings = [], onBehalf, texts, at, actor } = event;
  const reason = onBehalf === true ? { reason: line(texts['reason']) } : {};
  const marked = (key: string) => (findings.includes(key) ? [paragraph(words.finding(findingId(post, key)))] : []);
  const free = texts['free'];
  return {
    heading: say.post(post),
    blocks: [
      paragraph(words.givenBy({ by: say.actor(actor), at: time(at), version, ...reason })),
      ...answers.flatMap((number): Block[] => [
        paragraph(words.question(number, names.lessonQuestion(String(number), lang))),
        ...paragraphs(text(texts[`q${number}`])),
        ...marked(`q${number}`),
      ]),
      ...(free === undefined ? [] : [paragraph(words.free), ...paragraphs(text(free)), ...marked('free')]),
    ],
    sections: [],
  };
}

/** Those that were listed when the lessons were collected; before that, whoever is silent now. */
function missing({ words, state, events, say, line }: SummaryContext): string {
  const { asked, collected } = state.lessons;
  const posts = collected?.missing ?? lessonsMissing(state);
  if (posts.length === 0) return asked === undefined ? words.blank : words.allGiven;
  const event = events.find(({ seq }) => seq === collected?.seq);
  const reason = event?.type === 'lessonsCollected' ? { reason: line(event.texts?.reason) } : {};
  return words.missing({ posts: say.list(posts.map(say.post)), ...reason });
}
