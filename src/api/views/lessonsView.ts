import { findingId, isVacant } from '../../domain/incident/index.js';
import type { LessonOf, State } from '../../domain/incident/index.js';
import type { PostId } from '../../domain/plan/compiled.js';
import type { Lessons } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, named, namedIfAny } from './named.js';
import { textsOf } from './quoted.js';
import type { Quoted } from './quoted.js';

/** The events that `lessonsView` quotes. */
export function lessonSeqs({ lessons: { given, collected } }: State): number[] {
  return [...Object.values(given).map(({ seq }) => seq), ...(collected === undefined ? [] : [collected.seq])];
}

export function lessonsView(state: State, speech: Speech, quoted: Quoted): Lessons {
  const { asked, given, collected } = state.lessons;
  const rule = state.basis.plan.aftermath?.lessons;
  return {
    seq: state.seq,
    asked: asked && { at: iso(asked.from), dueAt: iso(asked.dueAt) },
    questions: Array.from({ length: rule?.questions ?? 0 }, (_, i) => ({
      number: i + 1,
      text: speech.names.lessonQuestion(String(i + 1), speech.lang),
    })),
    departments: (asked?.posts ?? rule?.askedFrom ?? []).map((post) => ({
      post: named(speech, 'post', post),
      vacant: isVacant(state, post),
      given: given[post] && givenView(post, given[post], speech, quoted),
    })),
    collector: namedIfAny(speech, 'post', rule?.collectedBy),
    collected: collected && {
      at: iso(collected.at),
      by: actorView(collected.by, speech),
      missing: collected.missing.map((post) => named(speech, 'post', post)),
      reason: textsOf(quoted, collected.seq)['reason'],
    },
  };
}

function givenView(
  post: PostId,
  { version, seq, at, by, answers, findings = [], onBehalf }: LessonOf,
  speech: Speech,
  quoted: Quoted,
): Lessons['departments'][number]['given'] {
  const texts = textsOf(quoted, seq);
  const said = [...answers.map((number) => `q${number}`), ...(texts['free'] === undefined ? [] : ['free'])];
  return {
    version,
    at: iso(at),
    by: actorView(by, speech),
    reason: texts['reason'],
    onBehalf: onBehalf === true,
    answers: said.map((key) => ({
      question: key.replace(/^q/, ''),
      text: texts[key],
      finding: findings.includes(key) ? findingId(post, key) : undefined,
    })),
  };
}
