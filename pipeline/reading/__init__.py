"""Files become replies, each read in a process with limits of time and memory, and remembered by content.

In: files of replies/ and the questionnaire they answer. Out: `reply.Reply`, what the file says and where, or why it
gives nothing. Stays out: who sent it, whether it counts, what it means (`intake/`).
"""
