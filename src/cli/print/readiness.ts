import type { ReadinessInspection, ReadinessOverview } from '../../api/contract.js';
import type { Voice } from '../session.js';

type Finding = ReadinessInspection['findings'][number];

/** How it stands, and over time; with the latest inspection in full. */
export function readinessLines({ latest, trend, next }: ReadinessOverview, most: number, voice: Voice): string[] {
  const { say, time } = voice;
  const due = next === undefined ? [] : [say(`Next inspection: ${time(next)}`, `下次检查：${time(next)}`)];
  if (latest === undefined) return [say('Readiness was not inspected yet.', '尚未进行应急准备检查。'), ...due];
  const earlier = trend.slice(1).map((one) => `  ${time(one.inspectedAt)}  ${one.score.toFixed(1)}`);
  return [
    ...inspectionLines(latest, most, voice),
    ...(earlier.length === 0 ? [] : ['', voice.style.bold(say('Before', '以往得分')), ...earlier]),
    '',
    ...due,
  ];
}

/** `most`: findings that are shown. */
export function inspectionLines(inspection: ReadinessInspection, most: number, voice: Voice): string[] {
  const { say, time, style } = voice;
  const { id, score, inspectedAt, lateMs, areas, findings } = inspection;
  const more = findings.length - most;
  return [
    style.bold(say(`Readiness: ${score.toFixed(1)} of 100`, `应急准备得分：${score.toFixed(1)}（满分100）`)),
    `${id}  ${time(inspectedAt)}${lateMs >= LATE_MS ? `  ${style.bad(lateWords(lateMs, voice))}` : ''}`,
    '',
    ...areas.map(
      ({ name, looked, fine, lost, weight }) =>
        `  ${name}  ${say(`${fine} of ${looked} in order`, `${looked}项中${fine}项合格`)}  ${say(`−${points(lost)} of ${points(weight)}`, `−${points(lost)}（满分${points(weight)}）`)}`,
    ),
    ...(findings.length === 0 ? ['', say('Nothing stands against it.', '未发现问题。')] : ['']),
    ...findings.slice(0, most).flatMap((finding) => findingLines(finding, voice)),
    ...(more > 0 ? [style.dim(say(`And ${more} more: --all`, `另有${more}项：--all`))] : []),
  ];
}

/** Less is no delay that anybody notices. */
const LATE_MS = 60_000;

function lateWords(lateMs: number, { say }: Voice): string {
  const minutes = Math.round(lateMs / 60_000);
  return say(`${minutes} min late`, `延迟${minutes}分钟`);
}

function findingLines({ areaName, found, about, todo, owners, since, points: cost }: Finding, voice: Voice): string[] {
  const { say, time, style } = voice;
  const who = owners.map(({ name }) => name).join(say(', ', '、'));
  return [
    `${style.bold(`−${points(cost)}`)}  ${areaName}  ${found}`,
    ...(about === undefined ? [] : [style.dim(`      ${about.map(({ name }) => name).join(say(', ', '、'))}`)]),
    `      ${say(`${who}: ${todo}; since ${time(since)}`, `${who}：${todo}；首次发现于${time(since)}`)}`,
  ];
}

function points(value: number): string {
  return value.toFixed(1);
}
