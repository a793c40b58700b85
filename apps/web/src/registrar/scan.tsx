import { useMutation } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { fingerprint } from '../data/fingerprint.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { claimWords } from './claim-words.js';

/** Compares a scan with the fingerprint that was claimed, and shows it where it is a picture. The file never leaves this page. */
export function Scan({ sha256 }: { readonly sha256: string }) {
  const say = useWords(claimWords);
  const [field, hint] = [useId(), useId()];
  const canvas = useRef<HTMLCanvasElement>(null);
  const chosen = useRef<File>(undefined);
  const look = useMutation({
    mutationFn: async (file: File) => {
      chosen.current = file;
      const same = (await fingerprint(await file.arrayBuffer())) === sha256.toLowerCase();
      const picture = await createImageBitmap(file).catch(() => undefined);
      // What is said is said of the file that was chosen last, and so is what is shown.
      return { same, shown: chosen.current === file && draw(picture, canvas.current) };
    },
  });
  return (
    <div className="scan">
      <label htmlFor={field}>{say('scan')}</label>
      <p className="hint" id={hint}>
        {say('scanHint')}
      </p>
      <input id={field} type="file" accept="image/*,application/pdf" aria-describedby={hint} onChange={({ target: { files } }) => files?.[0] !== undefined && look.mutate(files[0])} />
      {look.data?.same === true ? <Notice title={say('scanSame')} urgent /> : null}
      {look.data?.same === false || look.isError ? <Notice tone="stop" title={say('scanOther')} text={say('scanOtherText')} urgent /> : null}
      <canvas ref={canvas} role="img" aria-label={say('scanShown')} hidden={look.data?.shown !== true} />
    </div>
  );
}

/** Whether there was something to draw. Drawn, not linked: the policy lets no picture in but ours. */
function draw(picture: ImageBitmap | undefined, canvas: HTMLCanvasElement | null): boolean {
  if (picture === undefined || canvas === null) return false;
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  return true;
}
