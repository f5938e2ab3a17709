import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSpeech } from '../i18n/messages';
import { Button } from './Button';

/** The properties of a dialog. */
export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** The decision cannot be undone: a click outside does not close the dialog. */
  readonly isAlert?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the screen. Escape and its own button close it. */
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
