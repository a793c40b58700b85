import { words } from '../words/words.js';

/** What is said beside a camera. */
export const scannerWords = words('scanner', {
  zh: {
    scanning: '把码放进框里',
    scanStop: '不扫了',
    cameraNo: '打不开摄像头',
    cameraNoText: '请在浏览器里允许使用摄像头，或者在下面输入码。',
  },
  en: {
    scanning: 'Hold the code inside the frame',
    scanStop: 'Stop scanning',
    cameraNo: 'The camera did not open',
    cameraNoText: 'Allow this page to use the camera, or type the code below.',
  },
});
