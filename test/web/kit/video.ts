import { writeFileSync } from 'node:fs';
import { encodeQR } from 'qr';

const [WIDTH, HEIGHT, FRAMES] = [640, 480, 10];

/** Writes what a camera in front of a QR code sees, as a video (YUV4MPEG2) for the browser's fake device. */
export function filmCode(text: string, file: string): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const scale = Math.floor(HEIGHT / rows.length);
  const [left, top] = [Math.floor((WIDTH - rows.length * scale) / 2), Math.floor((HEIGHT - rows.length * scale) / 2)];
  const light = wall();
  for (let y = 0; y < HEIGHT; y += 1) {
    const row = rows[Math.floor((y - top) / scale)];
    for (let x = 0; x < WIDTH; x += 1) if (row?.[Math.floor((x - left) / scale)] === true) light[y * WIDTH + x] = 20;
  }
  film(light, file);
}

/** Writes what a camera in front of a bare wall sees. */
export const filmNothing = (file: string): void => film(wall(), file);

const wall = (): Buffer => Buffer.alloc(WIDTH * HEIGHT, 200);

function film(light: Buffer, file: string): void {
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: FRAMES }, () => frame)]));
}
