/** Who held, lost and gained office by an event. */
import { officeOnRecordWithEvent } from '../db/time.ts';
import { builder } from './builder.ts';
import { Event } from './event.ts';
import { inHighestOffice, OfficeHolding } from './office.ts';

const earliestFirst = { startsOn: 'asc', id: 'asc' } as const;

builder.drizzleObjectFields(Event, t => ({
  leadersThen: t.relation('officesThen', {
    type: OfficeHolding,
    description:
      'Who held or may have held the highest offices of its country, as in `Country.leaders`, on the day when it began, earliest first; of a start that is known to its month or year, on the first day that it can have been. Of a change of power on that day, both the old and the new. Empty where no source names a country or a start, or where none vouches for who led then.',
    query: { where: inHighestOffice, orderBy: earliestFirst },
  }),
  officesEnded: t.relation('officesEnded', {
    type: OfficeHolding,
    description:
      'The offices that it ended, earliest first, as far as a source ties the two. Empty where none does; whoever fell without giving up the office still has it in law.',
    query: { where: officeOnRecordWithEvent('endedById'), orderBy: earliestFirst },
  }),
  officesBegun: t.relation('officesBegun', {
    type: OfficeHolding,
    description:
      'The offices that it began, earliest first, claimed ones too, as far as a source ties the two. Empty where none does.',
    query: { where: officeOnRecordWithEvent('begunById'), orderBy: earliestFirst },
  }),
}));
