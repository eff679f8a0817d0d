import { SYSTEM } from './actor.js';
import type { Via } from './actor.js';
import { analysisReaders } from './guards/analysis.js';
import { incidentReportReaders } from './guards/incidentReport.js';
import { aftermathReaders } from './guards/aftermath.js';
import { clockReaders } from './guards/clock.js';
import { claimsReaders } from './guards/claims.js';
import { commandReaders } from './guards/command.js';
import { actor, id, instant, isId, isObject, oneOf, optional, Wrong } from './guards/fields.js';
import type { Json } from './guards/fields.js';
import { gradingReaders } from './guards/grading.js';
import { lessonReaders } from './guards/lessons.js';
import { summaryReaders } from './guards/summary.js';
import { improvementReaders } from './guards/improvements.js';
import { mergingReaders } from './guards/merging.js';
import { mobilisationReaders } from './guards/mobilisation.js';
import { obligationReaders } from './guards/obligations.js';
import { peopleChanged, planReaders } from './guards/plan.js';
import { publicOpinionReaders } from './guards/publicOpinion.js';
import { publicationReaders } from './guards/publication.js';
import type { Readers } from './guards/reader.js';
import { resourceReaders } from './guards/resources.js';
import { sitrepReaders } from './guards/sitreps.js';
import { situationReaders } from './guards/situation.js';
import { sceneReaders } from './guards/scene.js';
import { tasksReaders } from './guards/tasks.js';
import { terminationReaders } from './guards/termination.js';
import { verificationReaders } from './guards/verification.js';
import type { Decision, Message, MessageHead } from './messages.js';

/** A payload that is no message: which field, and what was needed there. */
export interface Malformed {
  field: string;
  needed: string;
  requestId?: string;
}

/** Each room's readers stand in its file under `guards/`; a forgotten one does not compile. */
const READERS: Readers<Decision['type']> = {
  ...clockReaders,
  ...verificationReaders,
  ...mergingReaders,
  ...claimsReaders,
  ...commandReaders,
  ...gradingReaders,
  ...terminationReaders,
  ...analysisReaders,
  ...incidentReportReaders,
  ...aftermathReaders,
  ...lessonReaders,
  ...summaryReaders,
  ...improvementReaders,
  ...planReaders,
  ...mobilisationReaders,
  ...situationReaders,
  ...sitrepReaders,
  ...tasksReaders,
  ...sceneReaders,
  ...obligationReaders,
  ...resourceReaders,
  ...publicOpinionReaders,
  ...publicationReaders,
};

/** What people can decide and answer, in the order of the rooms. */
const DECISION_TYPES = Object.keys(READERS) as Decision['type'][];

/**
 * Reads a decision out of any JSON at all; never throws. Written by hand because the workflow carries no schema
 * library. The type is the name of the signal or Update; only `decide` takes it from the payload.
 */
export function readDecision(type: Decision['type'] | undefined, payload: unknown, via?: Via): Message | Malformed {
  return orMalformed(payload, () => {
    if (!isObject(payload)) throw new Wrong('', 'an object');
    const wanted = type ?? oneOf(payload, 'type', DECISION_TYPES);
    return { ...readHead(payload, via), ...READERS[wanted](payload) };
  });
}

/**
 * The only message of the world that comes as a signal with something in it: that may be any JSON as well, and nothing
 * tells a signal that Muster sent from one that somebody else did.
 */
export function readPeopleChanged(payload: unknown): Message | Malformed {
  const head = { requestId: '', actor: SYSTEM, via: 'temporal' } as const;
  return orMalformed(payload, () => ({ ...head, ...peopleChanged(payload) }));
}

function orMalformed(payload: unknown, read: () => Message): Message | Malformed {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const requestId = isObject(payload) && isId(payload['requestId']) ? { requestId: payload['requestId'] } : {};
    return { field: error.field, needed: error.needed, ...requestId };
  }
}

export function isMalformed<Read extends object>(read: Read | Malformed): read is Malformed {
  return 'field' in read;
}

function readHead(json: Json, via: Via | undefined): MessageHead {
  return {
    requestId: id(json, 'requestId'),
    actor: actor(json['actor'], 'actor'),
    via: via ?? oneOf(json, 'via', ['api', 'link', 'hook', 'temporal', 'simulator', 'drill']),
    ...optional(json, 'ifSeq', instant),
  };
}
