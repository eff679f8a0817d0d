import { refusalWords } from '../../../src/domain/words/index.js';
import { sampleNames } from '../../support/samplePlan.js';
import { DOINGS, REFUSED, ROLES, TABLES } from './table.js';
import type { Table } from './table.js';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The tables as `docs/who-may-what.md` has them, in both languages. */
export function published(): string {
  return [legend(), ...TABLES.map(section)].join('\n\n') + '\n';
}

function legend(): string {
  const names = sampleNames();
  const words = Object.entries(REFUSED).map(([sign, code]) => {
    const refusal = { code, found: {}, needed: {} };
    return line([
      sign,
      `\`${code}\``,
      refusalWords(refusal, names, 'zh-CN').title,
      refusalWords(refusal, names, 'en').title,
    ]);
  });
  const head = [line(['', '`code`', '中文', 'English']), line(['---', '---', '---', '---'])];
  return ['## Signs 图例', '', ...head, line(['✓', '', '可以', 'May']), ...words].join('\n');
}

function section({ name, rows }: Table): string {
  const roles = Object.values(ROLES).map((role) => `${role['zh-CN']}<br>${role.en}`);
  const head = [line(['', ...roles]), line(['---', ...roles.map(() => ':-:')])];
  const body = rows
    .trim()
    .split('\n')
    .filter((row) => !row.trim().startsWith('|'))
    .map((row) => row.split('|').map((part) => part.trim()))
    .map(([doing, cells]) => {
      const signs = cells!.split(/ +/);
      return line([inBoth(doing!), ...(signs.length === 1 ? roles.map(() => signs[0]!) : signs)]);
    });
  return [`## ${name.en} ${name['zh-CN']}`, '', ...head, ...body].join('\n');
}

function inBoth(doing: string): string {
  const chinese = Object.hasOwn(DOINGS, doing) ? DOINGS[doing as keyof typeof DOINGS] : '一切事项';
  return `${chinese}<br>${capitalised(doing)}`;
}
