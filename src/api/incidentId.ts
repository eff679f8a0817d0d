import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import type { Instant } from '../domain/time.js';
import { HOUR } from '../domain/time.js';
import { formatInstant } from '../domain/words/index.js';
import type { Zone } from '../domain/words/index.js';
import { ProblemError } from './problemError.js';

/** Crockford's: no letter that is read as another one over the telephone. Its length divides 256, so that all are equally likely. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 50 bits. Starting an incident twice is no error, so two reports under one id would silently become one. */
const RANDOM_CHARACTERS = 10;

/** `20261122-x7k2p9c4tm`: the day as the people count it, since the number is quoted and filed with the times around it. */
export function newIncidentId(at: Instant, zone: Zone): string {
  const random = [...randomBytes(RANDOM_CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${dayOf(at, zone)}-${random}`;
}

/** An incident is recorded a moment after its report is answered; of an older one nothing more is to come. */
export function mayBeNew(incidentId: string, now: Instant, zone: Zone): boolean {
  return [now, now - HOUR].some((at) => incidentId.startsWith(`${dayOf(at, zone)}-`));
}

/** Only what may be an id becomes part of a workflow id. */
export function incidentIdOf(req: Request): string {
  const { incidentId } = req.params;
  if (typeof incidentId === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(incidentId)) return incidentId;
  throw new ProblemError('incident_not_found', { incidentId: String(incidentId).slice(0, 100) });
}

function dayOf(at: Instant, zone: Zone): string {
  return formatInstant(at, 'en', zone).slice(0, '2026-11-22'.length).replaceAll('-', '');
}
