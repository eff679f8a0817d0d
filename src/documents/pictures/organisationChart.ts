import type { Figure } from '../model.js';
import { heightOf, noteText } from './note.js';
import type { Note } from './note.js';
import { label, line, picture, rect } from './svg.js';
import type { Drawing } from './svg.js';

export interface Chart extends Pick<Drawing, 'id' | 'title' | 'description'> {
  command: string;
  /** Who gives the commander authority. */
  head?: Note;
  commander: Note;
  /** In the order in which they take over. */
  deputies: Note[];
  /** The other posts that belong to no team. */
  others: Note[];
  teams: { name: string; lead: string; posts: string[] }[];
}

const WIDTH = 660;
const GAP = 10;
const COMMAND_TITLE = 26;
const TEAMS_IN_ROW = 6;
const TEAM_FILL = '#e3ebf6';
const COMMAND_FILL = '#f6f1e4';

/** Command in a frame at the top, the teams side by side below, each with its posts. */
export function organisationChart(chart: Chart): Omit<Figure, 'caption'> {
  const command = commandFrame(chart);
  const teams = teamRows(chart.teams, command.bottom);
  const { id, title, description } = chart;
  return picture({ id, title, description, width: WIDTH, height: teams.bottom + 2, body: teams.body + command.body });
}

interface Drawn {
  body: string;
  bottom: number;
}

const ROW_GAP = 16;
const CENTRE = WIDTH / 2;

function commandFrame({ command, head, commander, deputies, others }: Chart): Drawn {
  const rows = [...(head === undefined ? [] : [[head]]), [commander], ...inRows(deputies, 3), ...inRows(others, 4)];
  let y = COMMAND_TITLE + 6;
  let lines = '';
  let boxes = '';
  let trunk = y;
  rows.forEach((row, i) => {
    const width = Math.min(210, (WIDTH - 40 - GAP * (row.length - 1)) / row.length);
    const height = Math.max(...row.map((note) => heightOf(note, width)));
    const left = (WIDTH - row.length * width - (row.length - 1) * GAP) / 2;
    const lefts = row.map((_, k) => left + k * (width + GAP));
    if (i > 0) {
      trunk = y - ROW_GAP / 2;
      lines += comb(
        trunk,
        y,
        lefts.map((x) => x + width / 2),
      );
    }
    row.forEach((note, k) => {
      const at = { x: lefts[k]!, y };
      boxes += rect({ ...at, width, height }) + noteText(note, at, width, height);
    });
    y += height + ROW_GAP;
  });
  const frame = rect({ x: 1, y: 1, width: WIDTH - 2, height: y - 4 }, { fill: COMMAND_FILL, round: 6 });
  // Behind the boxes: it runs from the first to the last row.
  const stem = line([
    { x: CENTRE, y: COMMAND_TITLE + 6 },
    { x: CENTRE, y: trunk },
  ]);
  const title = label(command, { x: CENTRE, y: 20 }, { size: 15, bold: true });
  return { body: frame + title + stem + lines + boxes, bottom: y - 3 };
}

/** From a bar down to each of the boxes below it. */
function comb(bar: number, to: number, middles: number[]): string {
  const across = line([
    { x: Math.min(CENTRE, ...middles), y: bar },
    { x: Math.max(CENTRE, ...middles), y: bar },
  ]);
  return (
    across +
    middles
      .map((x) =>
        line([
          { x, y: bar },
          { x, y: to },
        ]),
      )
      .join('')
  );
}

function teamRows(teams: Chart['teams'], top: number): Drawn {
  const count = Math.ceil(teams.length / TEAMS_IN_ROW);
  const rows = count === 0 ? [] : inRows(teams, Math.ceil(teams.length / count));
  return rows.reduce<Drawn>(
    ({ body, bottom }, row) => {
      const drawn = teamRow(row, bottom);
      return { body: body + drawn.body, bottom: drawn.bottom };
    },
    { body: '', bottom: top },
  );
}

function teamRow(teams: Chart['teams'], top: number): Drawn {
  const width = (WIDTH - GAP * (teams.length - 1) - 2) / teams.length;
  const headHeight = Math.max(...teams.map(({ name }) => heightOf({ title: name, lines: [] }, width)));
  const bus = top + 12;
  const headTop = bus + 12;
  const lefts = teams.map((_, i) => 1 + i * (width + GAP));
  const stem = line([
    { x: CENTRE, y: top },
    { x: CENTRE, y: bus },
  ]);
  let body =
    stem +
    comb(
      bus,
      headTop,
      lefts.map((x) => x + width / 2),
    );
  let bottom = headTop + headHeight;
  teams.forEach(({ name, lead, posts }, i) => {
    const x = lefts[i]!;
    body += rect({ x, y: headTop, width, height: headHeight }, { fill: TEAM_FILL });
    body += noteText({ title: name, lines: [] }, { x, y: headTop }, width, headHeight);
    let y = headTop + headHeight;
    for (const post of [lead, ...posts]) {
      const note = post === lead ? { title: lead, lines: [] } : { title: '', lines: [post] };
      const height = heightOf(note, width);
      body += rect({ x, y, width, height }) + noteText(note, { x, y }, width, height);
      y += height;
    }
    bottom = Math.max(bottom, y);
  });
  return { body, bottom };
}

function inRows<T>(items: T[], size: number): T[][] {
  const rows = Math.ceil(items.length / size);
  return Array.from({ length: rows }, (_, i) => items.slice(i * size, (i + 1) * size));
}
