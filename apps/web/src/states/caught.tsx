import { Component, type ReactNode } from 'react';
import { Offline } from '../data/in-time.js';
import { Trouble } from './trouble.js';

interface CaughtProps {
  /** Whoever goes elsewhere leaves the trouble behind. */
  readonly at: string;
  readonly children: ReactNode;
}

interface CaughtState {
  readonly at: string;
  readonly error: unknown;
}

/** A page whose script could not be fetched, or that broke: it is said, and nothing that it showed stays. Only a page that is opened anew fetches it again. */
export class Caught extends Component<CaughtProps, CaughtState> {
  override state: CaughtState = { at: this.props.at, error: undefined };

  static getDerivedStateFromProps({ at }: CaughtProps, before: CaughtState): CaughtState | null {
    return at === before.at ? null : { at, error: undefined };
  }

  static getDerivedStateFromError(error: unknown) {
    // What a browser says of a script that it has not got (HTML, "fetch a single imported module script").
    return { error: error instanceof TypeError && /import|module/i.test(error.message) ? new Offline({ cause: error }) : error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Trouble error={error} onRetry={() => location.reload()} />;
  }
}
