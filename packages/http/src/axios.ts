export { axiosHttp, type AxiosHttpOptions } from './axios/axios-http.ts';
