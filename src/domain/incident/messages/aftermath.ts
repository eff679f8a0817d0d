export interface Close {
  type: 'close';
  reason: string;
}
