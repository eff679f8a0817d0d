import type { PrintNote } from '../../documents/index.js';
import { assertNever } from '../../domain/assertNever.js';
import type { Say } from '../say.js';

/** What a printed plan does without, and what to do about it. */
export function printNoteWords(note: PrintNote, say: Say): string {
  switch (note.code) {
    case 'noRasters':
      return say(
        'The pictures are SVG only: no font of this machine has their characters. Word shows them; older programs show an empty frame. Install a Chinese font, such as Noto Sans CJK, to mend it.',
        '图片仅为 SVG：本机字体缺少图中的文字。Word 可以显示，较旧的程序显示为空白。安装中文字体（如思源黑体）即可解决。',
      );
    case 'noPageNumbers':
      return `${reason(note.because, say)} ${say(
        'The contents have no page numbers until Word updates them on opening.',
        '目次暂无页码，用 Word 打开时更新。',
      )}`;
    default:
      return assertNever(note);
  }
}

function reason({ code, detail }: Extract<PrintNote, { code: 'noPageNumbers' }>['because'], say: Say): string {
  switch (code) {
    case 'notFound':
      return say('LibreOffice was not found on this machine.', '本机未找到 LibreOffice。');
    case 'timedOut':
      return say(`LibreOffice did not finish in time (${detail}).`, `LibreOffice 超时（${detail}）。`);
    case 'failed':
      return say(`LibreOffice failed: ${detail}.`, `LibreOffice 出错：${detail}。`);
    default:
      return assertNever(code);
  }
}
