import { Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { Melding } from '../ui/Melding.tsx';

/**
 * A screen that cannot be shown takes only itself along: a part that did not load, as without a connection or after
 * a new release. The frame, the gesprekken and what was typed stay; another page (`sleutel`) starts afresh.
 */
export class Schermgrens extends Component<{ sleutel: string; children?: ReactNode }, { stuk: boolean }> {
  override state = { stuk: false };

  static getDerivedStateFromError = () => ({ stuk: true });

  override componentDidUpdate(vorig: { sleutel: string }): void {
    if (this.state.stuk && vorig.sleutel !== this.props.sleutel) this.setState({ stuk: false });
  }

  override render(): ReactNode {
    if (!this.state.stuk) return this.props.children;
    return (
      <main id="inhoud" className="bureau" tabIndex={-1}>
        <h1>Dit scherm kan niet open</h1>
        <Melding
          soort="fout"
          kop="Een deel van de console laadt niet"
          actie={<Button onClick={() => window.location.reload()}>Laad opnieuw</Button>}
        >
          Er is geen verbinding, of er is een nieuwe versie. Uw gesprek staat er nog. Wacht met opnieuw laden
          tot uw notitie is bewaard.
        </Melding>
      </main>
    );
  }
}
