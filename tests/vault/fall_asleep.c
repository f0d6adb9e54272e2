/* Tells every window what Windows tells them when the computer falls asleep, and when it wakes. */
#include <windows.h>

static int tell(WPARAM event) {
    return SendMessageTimeoutW(HWND_BROADCAST, WM_POWERBROADCAST, event, 0, SMTO_NORMAL, 5000, NULL) != 0;
}

int main(void) {
    return tell(PBT_APMSUSPEND) && tell(PBT_APMRESUMEAUTOMATIC) ? 0 : 1;
}
