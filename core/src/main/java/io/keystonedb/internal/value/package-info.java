/** What the service says about values: their order, their size, keys and their encoding. */
package io.keystonedb.internal.value;
