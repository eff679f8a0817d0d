import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { said } from '../domain/lang.js';
import type { Said } from '../domain/lang.js';
import { checkPlan } from '../domain/plan/checkPlan.js';
import type { Path, PlanIssue } from '../domain/plan/issues.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { contentHash } from './hash.js';
import { locate } from './locate.js';
import { placeIn } from './place.js';
import type { Place } from './place.js';
import { PlanFileError, wholeFile } from './problem.js';
import type { Problem } from './problem.js';
import { LEDGER_FILE } from './loadLedger.js';
import { ROSTER_FILE } from './loadRoster.js';
import { readText } from './readText.js';
import { inOrder, toProblem } from './toProblem.js';
import { readYaml } from './yamlFile.js';
import type { YamlFile } from './yamlFile.js';

interface LoadedPlan {
  document: PlanDocument;
  /** Of the plan alone: SHA-256 (hex) of its canonical JSON. */
  hash: string;
  placeOf: (path: Path) => Place;
}

/** Reads all `*.yaml` of the folder but roster and ledger as one plan. Throws `PlanFileError` with everything that is wrong. */
export function loadPlan(dir: string): LoadedPlan {
  const which = said(`The plan in ${dir}`, `${dir} 中的预案`);
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch {
    throw nothing(which, dir, said('the folder cannot be read', '无法读取该文件夹'));
  }
  const files = planFiles(names).map((name) => join(dir, name));
  return planIn(
    files.map((file) => readYaml(file, readText(file, { what: which, code: 'no_plan', hint: HINT }))),
    which,
    dir,
  );
}

/** The same for files that are somewhere else; `texts` by name. */
export function readPlan(texts: Record<string, string>): LoadedPlan {
  const files = planFiles(Object.keys(texts));
  return planIn(
    files.map((file) => readYaml(file, texts[file] ?? '')),
    said('The plan in the files given', '所给文件中的预案'),
    '.',
  );
}

/** The main file first: what belongs to no other is reported there. */
function planFiles(names: string[]): string[] {
  const order = (name: string) => (name === 'plan.yaml' ? 0 : 1);
  const wanted = names.filter((name) => name.endsWith('.yaml') && ![ROSTER_FILE, LEDGER_FILE].includes(name));
  return wanted.sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
}

function planIn(files: YamlFile[], which: Said, dir: string): LoadedPlan {
  const [main] = files;
  if (main === undefined) throw nothing(which, dir, said('there is no *.yaml file', '其中没有 *.yaml 文件'));
  const { document, homes, problems } = merge(files);
  const unreadable = files.some((file) => file.content === undefined);

  const checked = checkPlan(document);
  if ('document' in checked && problems.length === 0) {
    const placeOf = (path: Path) => placeIn(homes.get(String(path[0])) ?? main, path);
    return { document: checked.document, hash: contentHash(checked.document), placeOf };
  }
  const issues = 'issues' in checked ? checked.issues : [];
  // A section may be missing because its file could not be read: that has been told already.
  const told = (issue: PlanIssue) => !(unreadable && issue.code === 'missing_key' && issue.path.length === 1);
  const found = issues.filter(told).map((issue) => toProblem(issue, homes.get(String(issue.path[0])) ?? main));
  throw new PlanFileError(which, inOrder([...problems, ...found]));
}

const HINT = said(
  'a plan is a folder with plan.yaml and further *.yaml files',
  '预案是一个文件夹，内有 plan.yaml 和其他 *.yaml 文件',
);

function nothing(which: Said, dir: string, message: Said): PlanFileError {
  return new PlanFileError(which, [wholeFile(dir, 'no_plan', message, HINT)]);
}

/** One document out of all files; each top-level key has one home. */
function merge(files: YamlFile[]): {
  document: Record<string, unknown>;
  homes: Map<string, YamlFile>;
  problems: Problem[];
} {
  const document: Record<string, unknown> = {};
  const homes = new Map<string, YamlFile>();
  const problems = files.flatMap((file) => file.problems);
  for (const file of files) {
    for (const [key, value] of Object.entries(file.content ?? {})) {
      const home = homes.get(key);
      if (home === undefined) {
        homes.set(key, file);
        Object.defineProperty(document, key, { value, enumerable: true, configurable: true, writable: true });
        continue;
      }
      const code = 'duplicate_key_in_files';
      const message = said(`"${key}" is already in ${home.file}`, `“${key}”已写在 ${home.file} 中`);
      const hint = said('keep it in one of the two files', '只在其中一个文件里保留');
      const place = { file: file.file, ...locate(file, [key], true), path: key };
      problems.push({ ...place, code, message, hint });
    }
  }
  return { document, homes, problems };
}
