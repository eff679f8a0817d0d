import type { z } from 'zod';
import { said } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import { pathText } from '../../domain/plan/issues.js';
import { inYaml, PlanFileError, readWritten } from '../../planfiles/index.js';
import type { Loaded } from '../../planfiles/index.js';
import type { RegisterImport } from '../contract.js';
import { unusable } from '../unusable.js';
import type { Ground, RegisterKind } from './kind.js';

/** A document that can be used, and where things stand in the text, if it came as one. */
type Read<Document> = Pick<Loaded<Document>, 'document'> & Partial<Pick<Loaded<Document>, 'placeOf'>>;

/** What a request brings, whichever way. Throws everything that is wrong with it, each with its place. */
export function readImport<Document extends object>(
  kind: RegisterKind<Document>,
  { document, format, text = '' }: z.infer<typeof RegisterImport>,
  ground: Ground,
  lang: Lang,
): Read<Document> {
  if (document !== undefined) return asGiven(kind, document, ground, lang);
  const written = format === 'csv' ? kind.inCsv(`${kind.name}.csv`, text) : inYaml(`${kind.name}.yaml`, text);
  try {
    return readWritten(said(kind.name, kind.name), written, (content) => kind.check(content, ground));
  } catch (error) {
    throw error instanceof PlanFileError ? unusable('register_unusable', error.problems, lang) : error;
  }
}

function asGiven<Document extends object>(
  kind: RegisterKind<Document>,
  document: object,
  ground: Ground,
  lang: Lang,
): Read<Document> {
  const checked = kind.check(document, ground);
  if ('document' in checked) return checked;
  const problems = checked.issues.map((issue) => ({ ...issue, path: pathText(issue.path) }));
  throw unusable('register_unusable', problems, lang);
}
