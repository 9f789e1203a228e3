import common from './common.json';
import inbox from './inbox.json';
import conversation from './conversation.json';
import settings from './settings.json';
import deliverability from './deliverability.json';
import forms from './forms.json';
import calendars from './calendars.json';
import chat from './chat.json';

export default { ...common, ...inbox, ...conversation, ...settings, ...deliverability, ...forms, ...calendars, ...chat };
