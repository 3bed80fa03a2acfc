import api from '../services/api';
import { addTag, deleteTag } from './tags';

export const getLists = () => async (dispatch) => {
  const { data } = await api.get('/lists', { method: 'GET' });
  dispatch({ type: 'getLists', data });
};

export const rename = (id, name) => (dispatch) => {
  dispatch(deleteTag({ id }));
  dispatch(addTag({ name }));
  dispatch(getLists());
  api.getTags({ listID: id, limit: 3 });
  return api.getCampaigns({ start: 0 });
};
