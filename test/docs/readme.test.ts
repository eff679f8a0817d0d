import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

test('the steps of the README state the criteria for the end, and no tasks that are open besides', () => {
  const script = /CRITERIA=\$\(.* node -p '([^']+)'\)/.exec(readFileSync('README.md', 'utf8'))?.[1];
  const openItems = [
    { code: 'criterion_open', id: 'service-restored', words: '' },
    { code: 'task_open', id: 'log-decisions', words: '' },
    { code: 'criterion_open', id: 'under-control', words: '' },
  ];
  const printed = execFileSync(process.execPath, ['-p', script!], { input: JSON.stringify({ openItems }) });
  expect(printed.toString().trim()).toBe('service-restored,under-control');
});
