import type { PostId } from '../../domain/plan/compiled.js';
import { paragraph } from '../paragraphs.js';
import type { Block, Section } from '../model.js';
import type { Lessons, Written } from './aftermathInput.js';
import { titleOfSection } from './context.js';
import type { ReportContext } from './context.js';
import { sub } from './section.js';
import type { Content, Own } from './section.js';

/** What the departments answered, question by question, and who has not. */
export function review(context: ReportContext, own: Own): Content {
  const { sectionWords, aftermath } = context;
  const { lessons } = aftermath;
  if (lessons === undefined) return { blocks: own.given ? [] : [paragraph(sectionWords.review.none)] };
  const given = lessons.given.length > 0;
  return {
    blocks: [paragraph(given ? sectionWords.review.asked : sectionWords.review.none), ...missing(context, lessons)],
    sections: given ? [...questions(context, lessons), ...besides(context, lessons)] : [],
  };
}

/**
 * What others are to learn from it is for people to write. Where the plan has no section for what the departments summed
 * up, that stands here.
 */
export function lessons(context: ReportContext, own: Own): Content {
  const { sectionWords, aftermath } = context;
  const told = titleOfSection(context, 'review');
  if (told === undefined) return review(context, own);
  if (own.given) return { blocks: [] };
  if ((aftermath.lessons?.given.length ?? 0) === 0) return { blocks: [paragraph(sectionWords.lessons.none)] };
  return { blocks: [paragraph(sectionWords.lessons.seeReview(told))] };
}

function missing({ sectionWords, say }: ReportContext, { asked, given, collected }: Lessons): Block[] {
  const { review: said } = sectionWords;
  const posts = (ids: string[]): string => say.list(ids.map(say.post));
  if (collected === undefined) {
    const waits = asked.filter((post) => !given.some((one) => one.post === post));
    return waits.length === 0 ? [] : [paragraph(said.pending(posts(waits)))];
  }
  if (collected.missing.length === 0) return [];
  return [
    paragraph(said.missing(posts(collected.missing))),
    ...('reason' in collected ? [paragraph(said.reason(say.quote(collected.reason)))] : []),
  ];
}

/** In the order of the plan; a question of which the plan has lost the words keeps its number. */
function questions(context: ReportContext, { given }: Lessons): Section[] {
  const { sectionWords, document, t } = context;
  const asked = document?.aftermath?.lessons.questions ?? [];
  const last = Math.max(asked.length, ...given.flatMap(({ answers }) => answers.map(({ question }) => question)));
  return Array.from({ length: last }, (_, i) => {
    const question = asked[i];
    const items = given.flatMap(({ post, answers }) =>
      answers.filter((answer) => answer.question === i + 1).map(({ text }) => answer(context, post, text)),
    );
    const blocks: Block[] = items.length === 0 ? [paragraph(sectionWords.review.noAnswer)] : [{ kind: 'list', items }];
    return sub(question === undefined ? String(i + 1) : t(question), ...blocks);
  });
}

/** What no question of the plan asked for. */
function besides(context: ReportContext, { given }: Lessons): Section[] {
  const items = given.flatMap((one) => ('free' in one ? [answer(context, one.post, one.free)] : []));
  return items.length === 0 ? [] : [sub(context.sectionWords.review.free, { kind: 'list', items })];
}

function answer({ sectionWords, say }: ReportContext, post: PostId, text: Written): string {
  return sectionWords.review.answer({ post: say.post(post), text: say.quote(text) });
}
