import type { Details } from '../incident/index.js';

/** Refusals and notices carry their facts as loose details; a missing one is empty, never an exception. */
export function textOf(details: Details, key: string): string | undefined {
  const value = details[key];
  return value === undefined || Array.isArray(value) ? undefined : String(value);
}

export function listOf(details: Details, key: string): string[] {
  const value = details[key];
  return Array.isArray(value) ? value : [];
}

export function numberOf(details: Details, key: string): number | undefined {
  const value = details[key];
  return typeof value === 'number' ? value : undefined;
}
