import { obligationsOwed } from '../../domain/incident/index.js';
import { isOwnLimit } from '../../domain/plan/legalLimit.js';
import { formatInstant, obligationName } from '../../domain/words/index.js';
import { blankWords } from '../plan/annexes/blanks.js';
import type { Fact, FilingModel, Table } from '../model.js';
import { origin } from '../plan/sources.js';
import { answersTo } from './answers.js';
import { contactOf, personAndPost } from './context.js';
import type { FilingContext } from './context.js';
import { internalRows, isLetter } from './fillIn.js';

type Check = FilingModel['check'];

/** For whoever checks the draft: what is asked for, what is still empty, and what it rests on. */
export function checkOf(context: FilingContext): Check {
  const { words } = context;
  const { facts, lead } = internalRows(context);
  return {
    mark: words.draftMark,
    heading: words.check,
    notes: [...notesOf(context), ...lead],
    tables: [
      { caption: words.checkCaption, facts: factsOf(context) },
      ...(facts.length === 0 ? [] : [{ caption: words.internalCaption, facts }]),
    ],
    contents: contentsOf(context),
  };
}

/** Of each of the contents that the rule asks for, which of its blanks nothing answers; `undefined`: the plan does not say. */
function emptyBlanks(context: FilingContext): (string[] | undefined)[] {
  const { contents, answeredBy } = context.written;
  return contents.map((_, i) => answeredBy?.[i]?.split(' ').filter((blank) => answersTo(context, blank).length === 0));
}

function notesOf({ words, state, rule, written, template, t }: FilingContext): string[] {
  const { notes } = words;
  return [
    ...(state.report.mode === 'drill' ? [notes.drill] : []),
    notes.remove,
    ...(rule.verified ? [] : [notes.unverified]),
    ...(rule.theirs === true ? [notes.theirs] : []),
    ...(isOwnLimit(rule) ? [notes.ownLimit] : []),
    ...(written.minimumContents === undefined ? [] : [notes.minimum]),
    ...(isLetter(t(template.body)) ? [notes.outside] : []),
  ];
}

function factsOf(context: FilingContext): Fact[] {
  const { words, names, lang, zone, say, t, rule, written, document, duty, state, now, recordHash } = context;
  const { labels } = words;
  // To the second: a limit may end within the minute.
  const time = (at: number): string => formatInstant(at, lang, zone);
  const { post, person } = contactOf(state, rule);
  const due = duty?.due;
  return [
    { label: labels.rule, value: obligationName(rule.id, say) },
    { label: labels.source, value: origin({ lang, t, document }, written.source) },
    { label: labels.addressee, value: names.addressee(rule.id, lang) },
    ...(written.channel === undefined ? [] : [{ label: labels.channel, value: t(written.channel) }]),
    { label: labels.standing, value: words.standing[duty?.status ?? 'none'] },
    {
      label: isOwnLimit(rule) ? labels.ownLimit : labels.limit,
      value:
        due === undefined
          ? words.notRunning
          : `${time(due)}${now > due && duty?.status !== 'filed' ? words.passed : ''}`,
    },
    ...alsoMet(context),
    {
      label: labels.contact,
      value: person === undefined ? say.post(post) : personAndPost(context, person, post),
    },
    { label: labels.draftedAt, value: time(now) },
    { label: labels.record, value: words.record({ seq: state.seq, hash: recordHash }) },
  ];
}

/** One paper to one addressee may meet several clocks, of which another may run out first. */
function alsoMet({ obligation, written, document, state, words, say, t, lang, zone }: FilingContext): Fact[] {
  const owed = obligationsOwed(state);
  const others = (document.obligations ?? []).flatMap(({ id, template, addressee }) => {
    const isSame = template === written.template && t(addressee) === t(written.addressee);
    if (!isSame || id === obligation || !owed.includes(id)) return [];
    const due = state.obligations.duties[id]?.due;
    const until = due === undefined ? words.notRunning : formatInstant(due, lang, zone);
    return [words.alsoMet({ name: obligationName(id, say), due: until })];
  });
  return others.length === 0 ? [] : [{ label: words.labels.also, value: others.join(words.semicolon) }];
}

function contentsOf(context: FilingContext): Table {
  const { words, written, t, lang } = context;
  const { labels } = words;
  const { contents, minimumContents, answeredBy } = written;
  const empty = emptyBlanks(context);
  const rows = contents.map((content, i) => {
    const missing = empty[i];
    const all = answeredBy?.[i]?.split(' ').length;
    const told =
      missing === undefined
        ? words.unjudged
        : missing.length === 0
          ? words.filled
          : missing.length === all
            ? words.empty
            : words.partly(missing.map((blank) => blankWords(blank, lang)).join(lang === 'zh-CN' ? '、' : ', '));
    const minimum = minimumContents === undefined ? '' : i < minimumContents ? words.yes : words.no;
    return minimumContents === undefined ? [t(content), told] : [t(content), minimum, told];
  });
  const columns = [
    { heading: labels.content, width: 50 },
    ...(minimumContents === undefined ? [] : [{ heading: labels.minimum, width: 14 }]),
    { heading: labels.filled, width: 36 },
  ];
  return { caption: words.contentsCaption, columns, rows };
}
