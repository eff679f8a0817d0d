/** What simulated people write wherever somebody has to write something: whoever reads it sees that nobody did. */
export const WRITTEN = '系统模拟填写 / written by the simulator';
