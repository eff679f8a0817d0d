import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Evidence } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { fileErrorWords } from '../fileErrorWords.js';
import type { Session } from '../session.js';

/** The file is stored first, under its hash; a preview stores nothing. */
export async function storeEvidence(
  session: Session,
  id: string,
  path: string,
  preview: true | undefined,
): Promise<{ sha256: string; name: string }> {
  return storeBytes(session, id, { bytes: readEvidence(path, session), name: basename(path) }, preview);
}

export async function storeBytes(
  session: Session,
  id: string,
  { bytes, name }: { bytes: Uint8Array; name: string },
  preview: true | undefined,
): Promise<{ sha256: string; name: string }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (preview) return { sha256, name };
  const text = await session.api.call({ method: 'POST', path: ['incidents', id, 'evidence'], query: { name }, bytes });
  return { sha256: session.read(text, Evidence).sha256, name };
}

export function readEvidence(path: string, { lang, say }: Session): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CliFailure(EXIT.usage, {
      code: 'unreadable_file',
      title: say('The file cannot be read', '无法读取文件'),
      detail: say(
        `${path}: ${fileErrorWords(error, lang)}. Nothing was sent.`,
        `${path}：${fileErrorWords(error, lang)}。未发送任何内容。`,
      ),
    });
  }
}
