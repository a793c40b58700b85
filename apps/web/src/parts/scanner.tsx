import { frameLoop, QRCanvas, rearCamera } from 'qr/dom.js';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { shellWords } from '../shell/words.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { scannerWords } from './scanner-words.js';

interface ScannerProps {
  readonly onFound: (text: string) => void;
  readonly onStop: () => void;
}

/** Reads one QR code off the camera; the picture never leaves this page. The camera ends with it. Whoever refused the camera may allow it after all. */
export function Scanner(props: ScannerProps) {
  const say = useWords(scannerWords);
  const shell = useWords(shellWords);
  const [failed, setFailed] = useState(false);
  if (!failed) return <Seen {...props} onFailure={() => setFailed(true)} />;
  return (
    <Notice tone="care" title={say('cameraNo')} text={say('cameraNoText')} urgent>
      <button onClick={() => setFailed(false)}>{shell('tryAgain')}</button>
    </Notice>
  );
}

/** What the camera sees. */
function Seen({ onFound, onStop, onFailure }: ScannerProps & { readonly onFailure: () => void }) {
  const say = useWords(scannerWords);
  const video = useRef<HTMLVideoElement>(null);
  const found = useEffectEvent(onFound);
  const failed = useEffectEvent(onFailure);
  useEffect(() => {
    const player = video.current;
    return player === null ? undefined : read(player, found, failed);
  }, []);
  return (
    <div className="scanner">
      <video ref={video} muted playsInline aria-label={say('scanning')} />
      <p role="status">{say('scanning')}</p>
      <button onClick={onStop}>{say('scanStop')}</button>
    </div>
  );
}

/** Looks at frame after frame until there is a code; answers how to end it. */
function read(player: HTMLVideoElement, onText: (text: string) => void, onFailure: () => void): () => void {
  let ended = false;
  let end = (): void => undefined;
  const begin = async (): Promise<void> => {
    const camera = await rearCamera(player);
    if (ended) return camera.stop();
    const canvas = new QRCanvas();
    // In the camera's own pixels: in those of the page, squeezed into its square, some codes cannot be read, however often they are held up.
    const look = async (): Promise<void> => {
      const text = await camera.readFrame(canvas, true);
      if (ended || typeof text !== 'string' || text === '') return;
      end();
      onText(text);
    };
    // Most frames show no code: the next one may.
    const stopLoop = frameLoop(() => void look().catch(() => undefined), player);
    end = () => {
      ended = true;
      stopLoop();
      camera.stop();
    };
  };
  begin().catch(onFailure);
  return () => {
    ended = true;
    end();
  };
}
