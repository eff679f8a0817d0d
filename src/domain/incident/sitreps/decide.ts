import type { Instant } from '../../time.js';
import { authorityOf } from '../authority.js';
import { SITREP_SECTIONS } from '../events.js';
import type { EventBody, SitrepSection } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { OpenSitrep, State } from '../state.js';
import { allowance, cadenceNow, draftTime } from './cadence.js';
import { drafted } from './draft.js';
import { editors, releasers } from './people.js';

const { max, min } = Math;

export function draftSitrep(state: State, { actor }: MessageOf<'draftSitrep'>, at: Instant): EventBody[] {
  if (state.phase !== 'responding') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['responding'] })];
  }
  if (state.basis.plan.sitreps === undefined) return [refusal('no_sitreps')];
  const by = authorityOf(state, actor, editors(state));
  if ('code' in by) return [by];
  const { open, next } = state.sitreps;
  if (open !== undefined) return [refusal('sitrep_open', { number: open.number })];
  const body = drafted(state, at, {
    why: 'asked',
    dueAt: at + allowance(cadenceNow(state)),
    nextDueAt: next?.dueAt,
  });
  return [{ ...body, tell: body.tell.filter((person) => actor.kind !== 'person' || person !== actor.id) }];
}

export function editSitrep(state: State, { actor, number, sections }: MessageOf<'editSitrep'>): EventBody[] {
  const by = authorityOf(state, actor, editors(state));
  if ('code' in by) return [by];
  const { open } = state.sitreps;
  if (open?.number !== number) return [noSuchDraft(number, open)];
  const given = SITREP_SECTIONS.filter((section) => sections[section] !== undefined);
  if (given.length === 0) return [refusal('text_required', { field: 'sections' })];
  const edited = given.filter((section) => sections[section]?.trim() !== '');
  const texts = Object.fromEntries(edited.map((section) => [section, sections[section]!]));
  const cleared = given.filter((section) => !edited.includes(section));
  return [{ type: 'sitrepEdited', number, edited, cleared, ...(edited.length === 0 ? {} : { texts }) }];
}

export function releaseSitrep(state: State, message: MessageOf<'releaseSitrep'>, at: Instant): EventBody[] {
  const by = authorityOf(state, message.actor, releasers(state));
  if ('code' in by) return [by];
  const { open } = state.sitreps;
  if (open?.number !== message.number) return [noSuchDraft(message.number, open)];
  const { number, since, dueAt, missed, final } = open;
  const cadence = cadenceNow(state);
  const written = Object.entries(open.sections) as [SitrepSection, { text: string; by: typeof message.actor }][];
  const nextDueAt = nextAfter(state, at);
  return [
    {
      type: 'sitrepReleased',
      ...by,
      number,
      since,
      // Nobody can have read less than the draft, or more than there is.
      upTo: max(open.upTo, min(message.upTo ?? state.seq, state.seq)),
      dueAt,
      missed,
      ...(nextDueAt === undefined ? {} : { nextDueAt }),
      ...(final === undefined ? {} : { final }),
      to: cadence?.to ?? [],
      partners: cadence?.partners ?? [],
      authors: Object.fromEntries(written.map(([section, { by: author }]) => [section, author])),
      ...(written.length === 0
        ? {}
        : { texts: Object.fromEntries(written.map(([section, { text }]) => [section, text])) }),
    },
  ];
}

/** One that is released when the next would be drafted already stands for that one too. */
function nextAfter(state: State, at: Instant): Instant | undefined {
  const { next } = state.sitreps;
  const cadence = cadenceNow(state);
  if (next === undefined || cadence === undefined) return undefined;
  return at >= draftTime(next.dueAt, cadence) ? next.dueAt + cadence.every : next.dueAt;
}

function noSuchDraft(number: number, open: OpenSitrep | undefined): EventBody {
  return refusal('no_such_draft', { number }, open === undefined ? {} : { open: open.number });
}
