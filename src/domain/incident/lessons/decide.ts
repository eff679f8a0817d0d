import type { PostId } from '../../plan/compiled.js';
import type { Actor } from '../actor.js';
import { authorityOf } from '../authority.js';
import type { EventBody } from '../events.js';
import { isBlank, keptTexts } from '../isBlank.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import type { State } from '../state.js';
import { collectors, isVacant, missing, postsOf } from './people.js';

type On<A extends MessageOf<'lesson'>['action']> = MessageOf<'lesson'> & { action: A };

/** The last of the questions is always whatever else there is to say. */
const FREE = 'free';

export function decideLesson(state: State, message: MessageOf<'lesson'>): EventBody[] {
  if (!isAfterEnd(state.phase)) {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['watching', 'aftermath'] })];
  }
  return message.action === 'give' ? give(state, message) : collect(state, message);
}

function give(state: State, message: On<'give'>): EventBody[] {
  const { actor, post, reason = '' } = message;
  const { asked, collected, versions } = state.lessons;
  if (asked === undefined || !asked.posts.includes(post)) {
    return [refusal('department_not_asked', { post }, { posts: asked?.posts ?? [] })];
  }
  const by = speaksFor(state, actor, post);
  if ('code' in by) return [by];
  if (collected !== undefined) return [refusal('lessons_collected')];
  if (by.onBehalf === true && isBlank(reason)) return [refusal('reason_required')];
  const questions = state.basis.plan.aftermath?.lessons.questions ?? 0;
  const unknown = Object.keys(message.answers).filter((number) => !isQuestion(number, questions));
  if (unknown.length > 0) return [refusal('unknown_question', { questions: unknown }, { last: questions })];
  const texts = textsOf(message);
  if (Object.keys(texts).length === 0) return [refusal('text_required', { field: 'answers' })];
  const findings = [...new Set(message.findings.map(keyOf))];
  const empty = findings.filter((key) => texts[key] === undefined);
  if (empty.length > 0) return [refusal('finding_without_answer', { findings: empty })];
  const numbers = Object.keys(message.answers).map(Number);
  return [
    {
      type: 'lessonGiven',
      ...by,
      post,
      version: (versions[post] ?? 0) + 1,
      answers: numbers.filter((number) => texts[`q${number}`] !== undefined),
      ...(findings.length === 0 ? {} : { findings }),
      ...(missing(state).join() === post ? { complete: true } : {}),
      texts: { ...texts, ...(by.onBehalf === true ? { reason } : {}) },
    },
  ];
}

/** Whoever collects speaks for a department only where nobody else can: nobody's silence is filled in by others. */
function speaksFor(
  state: State,
  actor: Actor,
  post: PostId,
): { authority: PostId; onBehalf?: true } | ({ type: 'refused' } & Refusal) {
  if (!isVacant(state, post)) return authorityOf(state, actor, postsOf(state, post));
  const by = authorityOf(state, actor, collectors(state));
  return 'code' in by ? by : { ...by, onBehalf: true };
}

function textsOf({ answers, free }: On<'give'>): Record<string, string> {
  const all = [...Object.entries(answers), [FREE, free] as const];
  return keptTexts(all.map(([name, said]) => [keyOf(name), said] as const));
}

function keyOf(name: string): string {
  return name === FREE ? FREE : `q${name}`;
}

function isQuestion(number: string, last: number): boolean {
  return /^[1-9]\d{0,2}$/.test(number) && Number(number) <= last;
}

function collect(state: State, { actor, reason = '' }: On<'collect'>): EventBody[] {
  const { asked, collected } = state.lessons;
  const by = authorityOf(state, actor, collectors(state));
  if ('code' in by) return [by];
  if (asked === undefined) return [refusal('no_lessons')];
  if (collected !== undefined) return [refusal('lessons_collected')];
  const without = missing(state);
  if (without.length > 0 && isBlank(reason)) return [refusal('lessons_missing', { posts: without })];
  const texts = isBlank(reason) ? {} : { texts: { reason } };
  return [{ type: 'lessonsCollected', ...by, missing: without, ...texts }];
}
