import { Link } from 'react-router';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { registrarWords } from './words.js';

interface OutcomeProps {
  readonly title: string;
  readonly text: string;
  /** Begins the same anew; what it is called where it is not just another one. */
  readonly onNext: () => void;
  readonly next?: string;
}

/** Says what was done, and leads on. */
export function Outcome({ title, text, onNext, next }: OutcomeProps) {
  const say = useWords(registrarWords);
  return (
    <Page key="outcome" title={title}>
      <Notice text={text}>
        <button className="main" onClick={onNext}>
          {next ?? say('doneNext')}
        </button>
        <Link className="button" to="/registrar">
          {say('home')}
        </Link>
      </Notice>
    </Page>
  );
}
