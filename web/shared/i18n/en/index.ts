import common from './common.json';
import inbox from './inbox.json';
import conversation from './conversation.json';
import settings from './settings.json';
import line from './line.json';
import deliverability from './deliverability.json';
import forms from './forms.json';
import places from './places.json';
import calendars from './calendars.json';
import chat from './chat.json';
import labels from './labels.json';
import people from './people.json';
import portal from './portal.json';
import replies from './replies.json';
import rules from './rules.json';
import spam from './spam.json';
import sla from './sla.json';

export default { ...common, ...inbox, ...conversation, ...settings, ...line, ...deliverability, ...forms, ...places, ...calendars, ...chat, ...labels, ...people, ...portal, ...replies, ...rules, ...spam, ...sla };
