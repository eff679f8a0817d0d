import type { Document } from '../../api/contract.js';
import type { Voice } from '../session.js';

/** One line for each: the id is what `document get` asks for. */
export function documentLines(documents: Document[], { say }: Pick<Voice, 'say'>): string[] {
  if (documents.length === 0) return [say('No documents yet.', '尚无文书。')];
  const kinds: Record<string, string> = {
    incidentReport: say('incident report', '事故报告书'),
    sitrep: say('SITREP', '信息报送'),
    summary: say('summary evaluation record', '总结评估记录'),
  };
  return documents.map(({ documentId, kind, files }) => {
    const forms = files.map(({ format, lang }) => `${format} ${lang}`).join(say(', ', '，'));
    return `${documentId}  ${kinds[kind] ?? kind}  ${forms}`;
  });
}
