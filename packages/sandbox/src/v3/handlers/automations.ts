import { requireAutomation } from '../../account/lists/automations.ts';
import {
  actionsOf,
  allAutobots,
  type Autobot,
  type AutobotAction,
} from '../../account/store/autobots.ts';
import { accountUser } from '../../account/work/account-owner.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { ordered, pageOf } from '../calls/page.ts';

/** Automations, which API v2 calls autobots, and their steps. */
export const automationHandlers = {
  async getAllAutomations({ sql, input }: HandlerCall<'getAllAutomations'>) {
    const { automation_id, title, created_by, status } = input;
    const found = (await allAutobots(sql, input.list_id))
      .map(automationRecord)
      .filter(
        (automation) =>
          (automation_id === undefined || automation.automation_id === automation_id) &&
          (title === undefined || automation.title === title) &&
          (created_by === undefined || automation.created_by === created_by) &&
          (status === undefined || automation.status === status),
      );
    return pageOf(ordered(found, input, 'automation_id'), input);
  },

  async getAllActions({ sql, input }: HandlerCall<'getAllActions'>) {
    const automation = await requireAutomation(sql, input.automation_id);
    return pageOf((await actionsOf(sql, automation.id)).map(actionRecord), input);
  },
};

function automationRecord({ id, name, list, status, created, changed }: Autobot) {
  return {
    automation_id: id,
    title: name,
    ...(list === null ? {} : { list_id: list }),
    status: status === 'active' ? ('active' as const) : ('inactive' as const),
    created_by: accountUser.id,
    created: created.slice(0, 10),
    updated: changed.slice(0, 10),
  };
}

function actionRecord({ id, title, action, parent, created }: AutobotAction) {
  return {
    action_id: id,
    title,
    action,
    ...(parent === null ? {} : { parent_id: parent }),
    created_by: accountUser.id,
    created,
    updated: created,
  };
}
