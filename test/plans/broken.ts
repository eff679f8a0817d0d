import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadPlan, loadRoster, PlanFileError } from '../../src/planfiles/index.js';
import type { Problem } from '../../src/planfiles/index.js';

export interface Edit {
  file: string;
  /** Must occur exactly once. */
  find: string;
  replace: string;
}

const scratch: string[] = [];
afterAll(() => scratch.forEach((dir) => rmSync(dir, { recursive: true })));

/** An empty folder, gone when the tests of the file are over. */
export function scratchFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'muster-plan-'));
  scratch.push(dir);
  return dir;
}

/** The sample plan in a folder of its own, with these changes. */
export function copyOfSample(...edits: Edit[]): string {
  return copyOf('plans/software-incident', ...edits);
}

export function copyOf(plan: string, ...edits: Edit[]): string {
  const dir = scratchFolder();
  cpSync(plan, dir, { recursive: true });
  for (const { file, find, replace } of edits) {
    const path = join(dir, file);
    const source = readFileSync(path, 'utf8');
    if (source.split(find).length !== 2) throw new Error(`"${find}" does not stand exactly once in ${file}`);
    writeFileSync(
      path,
      source.replace(find, () => replace),
    );
  }
  return dir;
}

export function problemsOf(dir: string): Problem[] {
  return caught(() => loadPlan(dir));
}

export function rosterProblemsOf(dir: string): Problem[] {
  const { document } = loadPlan(dir);
  return caught(() => loadRoster(join(dir, 'roster.yaml'), document));
}

function caught(load: () => unknown): Problem[] {
  try {
    load();
  } catch (error) {
    if (error instanceof PlanFileError) return error.problems.map((p) => ({ ...p, file: basename(p.file) }));
    throw error;
  }
  return [];
}

/** Where a text stands in a file of that folder, as an editor counts. */
export function placeOf(dir: string, file: string, text: string): { line: number; column: number } {
  const source = readFileSync(join(dir, file), 'utf8');
  const at = source.indexOf(text);
  if (at < 0) throw new Error(`"${text}" does not stand in ${file}`);
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** A sentence that exists in both languages, each in its own; `english` is part of the English one. */
export function sentence(english = /\S/): unknown {
  return { 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) as string, en: expect.stringMatching(english) as string };
}
