import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { Problem } from './problem.js';

/** A YAML text and what it says; `content` is undefined when it says nothing that can be relied on. */
export interface YamlFile {
  file: string;
  document: Document;
  lines: LineCounter;
  content: Record<string, unknown> | undefined;
  problems: Problem[];
}

/** YAML 1.2: `yes` and `no` are words, dates are text, a key twice in one place is an error. */
export function readYaml(file: string, source: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  // A warning (an unknown tag) means that the value is not what the writer meant.
  const faults = [...document.errors, ...document.warnings].map((fault) => syntaxProblem(file, lines, fault));
  if (faults.length > 0) return { file, document, lines, content: undefined, problems: faults };
  if (!isMap(document.contents)) {
    const message = document.contents === null ? 'the file is empty' : 'the file does not consist of keys with values';
    const problem = {
      file,
      line: 1,
      column: 1,
      path: '',
      code: 'wrong_type',
      message,
      hint: 'start with "key: value"',
    };
    return { file, document, lines, content: undefined, problems: [problem] };
  }
  try {
    return { file, document, lines, content: document.toJS() as Record<string, unknown>, problems: [] };
  } catch (error) {
    // Aliases: one that leads nowhere, or so many that the text would unfold without end.
    const message = error instanceof Error ? error.message : String(error);
    const hint = 'write the value out instead of the alias';
    const problem = { file, line: 1, column: 1, path: '', code: 'yaml_alias', message, hint };
    return { file, document, lines, content: undefined, problems: [problem] };
  }
}

function syntaxProblem(file: string, lines: LineCounter, fault: YAMLError): Problem {
  const { line, col } = lines.linePos(fault.pos[0]);
  const code = fault.code === 'DUPLICATE_KEY' ? 'duplicate_key' : 'yaml_syntax';
  const hint = HINTS[fault.code] ?? 'look at indentation, colons and quotes here and in the line above';
  return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: '', code, message: fault.message, hint };
}

const HINTS: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'remove one of the two, or merge them',
  TAB_AS_INDENT: 'indent with spaces',
  MULTIPLE_DOCS: 'remove the line "---": a file holds one document',
  TAG_RESOLVE_FAILED: 'remove the tag (the word after "!")',
};
