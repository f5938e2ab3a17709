import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSpeech } from '../i18n/messages';
import { Button } from './Button';

/** What a dialog asks. */
export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** It decides about something that cannot be taken back: a press beside it does not close it. */
  readonly isAlert?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question in front of the screen. Closes with Escape and with its own button. */
export function Dialog({ title, isOpen, isAlert = false, onClose, children }: DialogProps) {
  const { t } = useSpeech();
  return (
    <ModalOverlay className="dialog-behind" isOpen={isOpen} isDismissable={!isAlert} onOpenChange={(open) => open || onClose()}>
      <Modal className="dialog">
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="dialog-content">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
          <Button kind="quiet" className="dialog-close" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
