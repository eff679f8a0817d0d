import type { z } from 'zod';
import { countChanges } from '../../domain/plan/registerChanges.js';
import { changeWords, countWords } from '../../domain/words/index.js';
import type { Lang } from '../../domain/lang.js';
import type { Importer } from '../../store/index.js';
import type { RegisterImport, RegisterImported } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { ProblemError } from '../problemError.js';
import { remarkView } from '../views/remarkView.js';
import { groundOf } from './kind.js';
import type { RegisterKind } from './kind.js';
import { readImport } from './readImport.js';

/**
 * Compares what is brought with the newest version, and saves it unless that was all that was asked; running incidents are
 * told.
 */
export async function importRegister<Document extends object>(
  deps: ApiParts,
  kind: RegisterKind<Document>,
  body: z.infer<typeof RegisterImport>,
  importedBy: Importer,
  lang: Lang,
): Promise<RegisterImported> {
  const versions = kind.versions(deps.store);
  const ground = await groundOf(deps);
  const newest = await versions.newest();
  const after = newest?.version ?? 0;
  if (body.ifVersion !== undefined && body.ifVersion !== after) throw new ProblemError('register_changed');

  const { document, placeOf } = readImport(kind, body, ground, lang);
  const before = newest?.document as Document | undefined;
  const changes = kind.changes(before, document);
  const counts = countChanges(changes);
  const nameOf = kind.nameOf([before, document], ground, lang);
  const saved = body.preview
    ? undefined
    : await versions.save(document, { importedBy, summary: counts, after, today: ground.today });
  const version = saved?.version ?? after;
  const isSaved = version !== after;
  const incidents = isSaved ? await tellIncidents(deps, kind) : undefined;
  return {
    saved: isSaved,
    version,
    counts,
    words: countWords(counts, lang),
    changes: changes.map((change) => ({ ...change, words: changeWords(change, nameOf, lang) })),
    incidents,
    remarks: kind.remarks(document, ground).map((remark) => remarkView(remark, lang, placeOf)),
  };
}

/** What is saved stays saved: whoever imports it again because of an error would find nothing to save. */
async function tellIncidents<Document extends object>(deps: ApiParts, kind: RegisterKind<Document>) {
  try {
    return await kind.tell(deps);
  } catch (error) {
    deps.log.error({ err: error }, `${kind.name} saved, and running incidents could not be told yet`);
    return undefined;
  }
}
