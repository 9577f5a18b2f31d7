"""Settings under which DuckDB is opened, here and by everyone who queries the published file.

Keeps out: what is asked (`warehouse/`).
"""

# No extension is ever fetched or loaded: everything the queries need is built in.
OFFLINE = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
# Nobody's query reaches another file or the network, or unlocks that again.
LOCKED = OFFLINE | {"enable_external_access": False, "lock_configuration": True}
# Files of this version open in DuckDB 1.4 and later; DuckDB 2.0's own default does not open in 1.x.
STORAGE_VERSION = "v1.4.0"
# Rows that are compressed and written together. A change of one meeting rewrites the groups its rows lie in: the usual
# 122,880 would be whole tables. Smaller ones are also filled side by side, which makes a whole publication faster.
ROW_GROUP = 4_096
