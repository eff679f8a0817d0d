import type { RegisterImported, RegisterVersion, RegisterVersionList } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { remarkLines } from './remarks.js';

export function importLines(imported: RegisterImported, voice: Voice): string[] {
  const { saved, version, words, changes, remarks } = imported;
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
    ...toldLines(imported, voice),
  ];
}

function toldLines({ incidents }: RegisterImported, { say }: Voice): string[] {
  if (incidents === undefined) return [];
  const { told, waiting } = incidents;
  const counted = (count: number) => (count === 1 ? '1 running incident' : `${count} running incidents`);
  if (told + waiting === 0) return [say('No running incident is concerned.', '没有进行中的事故受影响。')];
  return [
    ...(told === 0 ? [] : [say(`Told ${counted(told)}.`, `已告知 ${told} 起进行中的事故。`)]),
    ...(waiting === 0
      ? []
      : [
          say(
            `${counted(waiting)} could not be reached and will be told as soon as Temporal answers.`,
            `另有 ${waiting} 起进行中的事故暂时无法告知，待 Temporal 恢复后自动告知。`,
          ),
        ]),
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
