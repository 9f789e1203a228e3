import { lazy, type ComponentType } from 'react';
import { speakSettings } from '.';

/** A page that comes with its texts. */
export const withTexts = <Props>(load: () => Promise<{ default: ComponentType<Props> }>) => lazy(async () => (await Promise.all([load(), speakSettings()]))[0]);
