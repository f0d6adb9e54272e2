/* For the tests under Wine 8, which lacks bcryptprimitives.dll: the one function that Rust's library
   takes from it, over the one that Wine has. Windows has its own, in every version. */

unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length); /* RtlGenRandom */

__declspec(dllexport) int ProcessPrng(unsigned char *buffer, unsigned long long length)
{
	while (length > 0) {
		unsigned long part = length > 0x10000 ? 0x10000 : (unsigned long)length;
		if (!SystemFunction036(buffer, part))
			return 0;
		buffer += part;
		length -= part;
	}
	return 1;
}
