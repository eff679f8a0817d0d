import { isPhase } from './isPhase.js';
import { actorFromName } from './actors.js';
import { listOf, numberOf, textOf } from './details.js';
import { phaseWords } from './phases.js';
import type { RefusalSentences } from './refusals.js';
import { roomWords } from './roomNames.js';
import { usedWords } from './used.js';

const phase = (id: string | undefined): string => (isPhase(id) ? phaseWords(id, 'en') : (id ?? 'unknown'));

export const refusalsEn: RefusalSentences = {
  not_authorised({ found, needed }, say) {
    const held = say.list(listOf(found, 'posts').map(say.post)) || 'none';
    const wanted = listOf(needed, 'posts').map(say.post).join(' or ') || 'no post at all, says the plan';
    return {
      title: 'Not authorised',
      detail: `Posts held by the sender: ${held}. This decision belongs to: ${wanted}. Ask one of them to decide.`,
    };
  },
  wrong_phase({ found, needed }) {
    const phases = listOf(needed, 'phases').map((id) => `“${phase(id)}”`);
    return {
      title: 'Not possible in this phase',
      detail: `The incident is in the phase “${phase(textOf(found, 'phase'))}”; this decision needs ${phases.join(' or ')}. Look at where the incident stands first.`,
    };
  },
  incident_closed: ({ found }) => ({
    title: 'The incident is over',
    detail: `It is ${phase(textOf(found, 'phase'))} and takes no more decisions. If it starts again, report a new incident.`,
  }),
  unknown_level({ found, needed }, say) {
    const levels = say.list(listOf(needed, 'levels').map((id) => `${say.level(id)} (${id})`));
    return {
      title: 'Unknown response level',
      detail: `The plan has no response level “${say.quote(textOf(found, 'level'))}”; it has ${levels}. Choose one of these.`,
    };
  },
  unknown_incident_level({ found, needed }, say) {
    const levels = say.list(listOf(needed, 'incidentLevels').map((id) => `${say.incidentLevel(id)} (${id})`));
    return {
      title: 'Unknown incident level',
      detail: `The plan has no incident level “${say.quote(textOf(found, 'incidentLevel'))}”; it has ${levels}. Choose one of these.`,
    };
  },
  level_required({ needed }, say) {
    const levels = listOf(needed, 'levels').map(say.level).join(' or ');
    return {
      title: 'A response level is needed',
      detail: `The grading criteria propose none and the decision names none. Choose ${levels}.`,
    };
  },
  no_change({ found }, say) {
    const level = textOf(found, 'level');
    const now = level === undefined ? `in the phase “${phase(textOf(found, 'phase'))}”` : `at ${say.level(level)}`;
    return { title: 'Nothing would change', detail: `The incident is already ${now}. There is nothing more to do.` };
  },
  reason_required: () => ({
    title: 'A reason is needed',
    detail: 'The decision came without a reason. Send it again with one; it goes on the record.',
  }),
  unknown_criteria({ found, needed }, say) {
    const known = listOf(needed, 'criteria').map((id) => `${say.names.terminationCriterion(id, say.lang)} (${id})`);
    return {
      title: 'Unknown termination criteria',
      detail: `The plan does not have: ${listOf(found, 'criteria')
        .map((id) => say.quote(id))
        .join(', ')}. It has: ${known.join(', ')}. Correct the list and send it again.`,
    };
  },
  criteria_missing({ needed }, say) {
    const open = listOf(needed, 'criteria').map((id) => say.names.terminationCriterion(id, say.lang));
    return {
      title: 'Termination criteria are still open',
      detail: `Not stated as met: ${open.join('; ')}. Check each of them, and propose the termination when all are met.`,
    };
  },
  already_proposed({ found }, say) {
    const by = textOf(found, 'by');
    const who = by === undefined ? 'somebody' : say.actor(actorFromName(by));
    return {
      title: 'The termination is already proposed',
      detail: `It was proposed by ${who} and waits for a second signature. Sign it, or have it withdrawn first.`,
    };
  },
  nothing_proposed: () => ({
    title: 'No termination is proposed',
    detail:
      'There was no proposal, or it was withdrawn, or it lapsed with a change of level. Propose the termination first.',
  }),
  second_person_required({ found }, say) {
    const by = textOf(found, 'proposedBy');
    const who = by === undefined ? 'the same person' : say.actor(actorFromName(by));
    return {
      title: 'A second person must sign',
      detail: `The termination was proposed by ${who}, who cannot sign it as well. Ask another authorised person to sign.`,
    };
  },
  report_not_written: () => ({
    title: 'The incident report is not written yet',
    detail:
      'The incident can be closed once its report exists. Wait a little; if it does not come, check the document service.',
  }),
  other_plan: ({ found, needed }) => ({
    title: 'That is another plan',
    detail: `The incident runs by the plan “${textOf(needed, 'plan') ?? '?'}”, and can only move to another version of it; found: “${textOf(found, 'plan') ?? '?'}”. Name a version of its own plan.`,
  }),
  same_plan_version: ({ found }) => ({
    title: 'It already runs by that version',
    detail: `The incident runs by version ${numberOf(found, 'version') ?? '?'} of the plan. There is nothing to do.`,
  }),
  missing_in_plan({ found, needed }, say) {
    const missing = say.list(listOf(found, 'missing').map((key) => usedWords(key, say)));
    return {
      title: 'The new version lacks what is in use',
      detail: `Version ${numberOf(found, 'version') ?? '?'} of the plan does not have: ${missing}. The incident uses them and stays on version ${numberOf(needed, 'version') ?? '?'}. Stand down or change what is in use first, or put a version into effect that has them.`,
    };
  },
  nobody_in_posts: ({ found, needed }, say) => ({
    title: 'Nobody holds posts that the new version needs',
    detail: `Under version ${numberOf(found, 'version') ?? '?'} of the plan nobody could command or decide: ${say.list(listOf(found, 'posts').map(say.post))}. The incident stays on version ${numberOf(needed, 'version') ?? '?'}. Fill these posts in the roster first.`,
  }),
  not_called({ found }) {
    const notice = textOf(found, 'noticeId');
    return {
      title: 'Nothing to acknowledge',
      detail: `${notice === undefined ? 'No call' : `No call ${notice}`} to this person was found, or it has been stood down. Nothing needs to be acknowledged.`,
    };
  },
  already_acknowledged: () => ({
    title: 'Already acknowledged',
    detail: "This person's acknowledgement is on the record. Nothing more needs to be done.",
  }),
  changed({ found }, say) {
    const moved = say.list(listOf(found, 'moved').map((room) => roomWords(room, say.lang)));
    const seen = numberOf(found, 'ifSeq');
    const now = numberOf(found, 'seq');
    const numbers = seen === undefined || now === undefined ? '' : ` (the sender saw event ${seen}, now it is ${now})`;
    return {
      title: 'The situation has changed',
      detail: `Changed in the meantime: ${moved}${numbers}. Read the new events and decide again.`,
    };
  },
  request_id_reused({ found }, say) {
    const id = textOf(found, 'requestId');
    return {
      title: 'The request id was used before',
      detail: `The request id ${id === undefined ? '' : say.quote(id)} belongs to another request. Send this one again under a new id.`,
    };
  },
  malformed({ found, needed }, say) {
    const field = textOf(found, 'field') ?? '';
    const form = textOf(needed, 'form');
    const what =
      form === undefined ? '' : ` (${field === '' ? 'the request' : say.quote(field)} must be ${say.quote(form)})`;
    return {
      title: 'The request is malformed',
      detail: `It could not be understood${what}; the incident is not affected. Correct it by the API description and send it again.`,
    };
  },
  machine_error: () => ({
    title: 'Internal program error',
    detail:
      'This request could not be handled; the incident goes on and takes other decisions. Tell the operator, and see to it that the decision is carried out by other means.',
  }),
};
