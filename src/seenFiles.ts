import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readIfThere, replaceFile } from './local/files.js';
import { sha256 } from './seal/index.js';

type Say = (line: string) => void;

const memory = z.object({
  /** SHA-256 of names and contents. */
  files: z.string(),
  /** What stood in the store. */
  standing: z.string(),
  found: z.array(z.string()),
});

/** How reading speaks: of what it did, and of what is as it is and will be said at the next start too. */
export interface Remarks {
  did: Say;
  found: Say;
}

/**
 * Reading and checking a plan takes a second, for which alerts wait after a crash. When neither the folder nor what
 * stands in the store has changed since the last start, `read` is left out and what it found is said again. Losing the
 * file `memo` costs that second.
 */
export async function unlessSeen(
  { folder, memo, say }: { folder: string; memo: string; say: Say },
  standing: () => Promise<string>,
  read: (remarks: Remarks) => Promise<void>,
): Promise<void> {
  const files = filesIn(folder);
  const then = remembered(memo);
  if (then && then.files === files && then.standing === (await standing())) return then.found.forEach(say);
  const found: string[] = [];
  await read({
    did: say,
    found: (line) => {
      found.push(line);
      say(line);
    },
  });
  if (files === undefined) return;
  mkdirSync(dirname(memo), { recursive: true, mode: 0o700 });
  replaceFile(memo, JSON.stringify({ files, standing: await standing(), found }), 0o600);
}

/** Undefined where the folder cannot be read, which is for the reader to say. */
function filesIn(folder: string): string | undefined {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    return sha256(JSON.stringify(names.map(({ name }) => [name, sha256(readFileSync(join(folder, name)))]).sort()));
  } catch {
    return undefined;
  }
}

function remembered(memo: string): z.infer<typeof memory> | undefined {
  try {
    return memory.parse(JSON.parse(readIfThere(memo) ?? ''));
  } catch {
    return undefined;
  }
}
