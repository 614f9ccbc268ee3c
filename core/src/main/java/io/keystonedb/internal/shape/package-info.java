/**
 * Descriptions of what requests and answers look like: which members a structure has, of which
 * kind, under which constraints. Everything that reads or writes requests derives from them.
 */
package io.keystonedb.internal.shape;
