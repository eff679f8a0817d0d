import type { RegisterImported, RegisterVersion, RegisterVersionList } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { remarkLines } from './remarks.js';

export function importLines({ saved, version, words, changes, remarks }: RegisterImported, voice: Voice): string[] {
  const { say, style } = voice;
  const outcome = saved
    ? say(`Saved as version ${version}: ${words}.`, `已保存为第 ${version} 版：${words}。`)
    : say(
        `Nothing was saved; compared with version ${version}: ${words}.`,
        `未保存；与第 ${version} 版比较：${words}。`,
      );
  return [
    ...changes.map((change) => `  ${change.words}`),
    ...(remarks.length === 0 ? [] : remarkLines(remarks, '', voice)),
    style.bold(outcome),
  ];
}

export function historyLines({ items, next }: RegisterVersionList, path: string, voice: Voice): string[] {
  const { say, style } = voice;
  if (items.length === 0) return [say('No versions.', '没有版本。')];
  const command = `muster ${path} history --cursor ${next}`;
  const more = next === undefined ? [] : [style.dim(say(`More: ${command}`, `更多：${command}`))];
  return [...items.map((version) => versionLine(version, voice)), ...more];
}

function versionLine({ version, savedAt, importedBy, words }: RegisterVersion, { say, style, time }: Voice): string {
  const token = importedBy?.label ?? importedBy?.tokenId;
  const by =
    token === undefined
      ? say('brought in at a start', '启动时带入')
      : say(`imported with the token “${token}”`, `用令牌“${token}”导入`);
  return [String(version), style.dim(time(savedAt)), by, words].filter((part) => part !== undefined).join('  ');
}
