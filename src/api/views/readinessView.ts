import {
  readinessSubjectName,
  readinessAreaWords,
  readinessSubjectWords,
  sentenceOf,
  withNames,
} from '../../domain/words/index.js';
import type { Finding } from '../../domain/readiness/index.js';
import { scoreShown } from '../../domain/readiness/index.js';
import type { Speech } from '../loadIncident.js';
import type { StoredInspection } from '../../store/index.js';
import type { ReadinessInspection, ReadinessOverview } from '../contract.js';
import { actorView, iso, named } from './named.js';

type Spoken = Pick<Speech, 'names' | 'lang'>;

export function inspectionView(one: StoredInspection, speech: Spoken): ReadinessInspection {
  const { lang } = speech;
  return {
    ...headView(one, speech),
    plan: { id: one.planId, version: one.planVersion },
    areas: one.areas.map((area) => ({
      ...{ ...area, name: readinessAreaWords(area.area, lang) },
      ...{ weight: rounded(area.weight), lost: rounded(area.lost) },
    })),
    findings: one.findings.map((finding) => findingView(finding, speech)),
  };
}

export function trendView(one: StoredInspection, speech: Spoken): ReadinessOverview['trend'][number] {
  return { ...headView(one, speech), findings: one.findings.length };
}

function headView({ id, scheduledFor, inspectedAt, askedBy, score }: StoredInspection, speech: Spoken) {
  return {
    ...{ id, scheduledFor: iso(scheduledFor), inspectedAt: iso(inspectedAt), lateMs: inspectedAt - scheduledFor },
    askedBy: askedBy === null ? undefined : actorView(askedBy, speech),
    score: scoreShown(score),
  };
}

function findingView(finding: Finding, speech: Spoken): ReadinessInspection['findings'][number] {
  const { key, code, area, subject, about, found, todo, owners, since, points } = finding;
  const { names, lang } = speech;
  const { kind, id } = subject;
  // What one finding stands for several of: training of a person, else things of its own kind.
  const nameOf = (one: string) => readinessSubjectName(kind, one, names, lang);
  return {
    ...{ key, code, area, areaName: readinessAreaWords(area, lang) },
    subject: {
      ...{ kind, kindName: readinessSubjectWords(kind, lang) },
      ...(id === undefined ? {} : { id, name: nameOf(id) }),
    },
    about: about?.map((one) => ({ id: one, name: id === undefined ? nameOf(one) : one })),
    ...{ found: sentenceOf(found, names, lang), todo: withNames(todo, names, lang) },
    owners: owners.map((person) => named(speech, 'person', person)),
    ...{ since: iso(since), points: rounded(points) },
  };
}

/** Enough digits that what belongs together adds up as one reads it. */
function rounded(points: number): number {
  return Math.round(points * 10_000) / 10_000;
}
